/** Elements of a JSON list, one a line. */
export function* joined(texts: Iterable<string>): Generator<string> {
  let opening = '';
  for (const text of texts) {
    yield `${opening}${text}`;
    opening = ',\n';
  }
}
