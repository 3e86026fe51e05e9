/** For the moment in which nobody knows what there is to say, nor in which language: the outline of what comes. */
export function Loading() {
  return (
    <main className="screen" aria-busy="true">
      <div className="content">
        <div className="pass loading" data-phase="signedOut" />
      </div>
    </main>
  );
}
