/** One question that is asked again and again: an answer counts only if no newer asking has been answered before it. */
export class Latest {
  #asked = 0;
  #answered = 0;

  /** Resolves as `work` does; `use` gets the answer unless it is overtaken. */
  async of<T>(work: Promise<T>, use: (answer: T) => void): Promise<T> {
    const asked = ++this.#asked;
    const answer = await work;
    if (asked > this.#answered) {
      this.#answered = asked;
      use(answer);
    }
    return answer;
  }
}
