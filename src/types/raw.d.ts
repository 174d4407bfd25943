/** A file's text, embedded by the bundler. */
declare module '*?raw' {
  const text: string;
  export default text;
}
