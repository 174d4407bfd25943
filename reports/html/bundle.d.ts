/** A file for the browser, bundled with what it imports and minified, as text. */
declare module '*?bundle' {
  const text: string;
  export default text;
}
