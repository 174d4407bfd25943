/** What is wrong with a document, and at which byte where that is known. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  constructor(problem: string, at?: number) {
    super(at === undefined ? problem : `${problem}, at byte ${at}`);
  }
}
