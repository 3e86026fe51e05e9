/** Styles are loaded with the module that names them. */
declare module '*.css';
