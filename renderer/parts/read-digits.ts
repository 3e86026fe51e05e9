/** The digits in what was typed or pasted, as plain 0–9: '１２３ 456', 'Your code: 123-456' and '123456' are one code. */
export const readDigits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');
