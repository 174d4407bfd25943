/** An element of XML with what is in it; texts of its own are put together. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML 1.0 allows in a document at all. https://www.w3.org/TR/xml/#charsets */
const allowed = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

const resolved = (text: string): string => {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`not well-formed: ${text.slice(0, 100)}`);
  return text.replaceAll(/&(\w+);/g, (_all, name: string) => entities[name] ?? '');
};

/** Reads the XML that the program writes: elements, attributes and texts, nothing else. @throws Error for what is not well-formed */
export function readXml(source: string): Element {
  if (!allowed.test(source)) throw new Error('a character that XML does not have');
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!source.startsWith(head)) throw new Error('no declaration');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [top];
  let at = head.length;
  for (const match of source.slice(at).matchAll(/([^<]*)<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gy)) {
    const [all, text = '', closing, name = '', attributes = '', empty] = match;
    at += all.length;
    const parent = open.at(-1) ?? top;
    parent.text += resolved(text);
    if (closing === '/') {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
      continue;
    }
    const own: Record<string, string> = {};
    for (const [, key = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (key in own) throw new Error(`${key} twice in <${name}>`);
      own[key] = resolved(value);
    }
    const element: Element = { name, attributes: own, children: [], text: '' };
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  if (source.slice(at).trim() !== '' || open.length !== 1)
    throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 100)}`);
  const [root] = top.children;
  if (root === undefined || top.children.length !== 1) throw new Error('not one element');
  return root;
}
