/** The body of a part that says it is encoded, and where it stands. */
interface EncodedBody {
  /** What the body stands for; undefined for an encoding that is not undone here. */
  readonly bytes: Uint8Array | undefined;
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
}

const encodingHeader = /^content-transfer-encoding[ \t]*:[ \t]*(?:\r?\n[ \t]+)?["']?([\w-]{1,40})/gim;
const headerLine = /[!-9;-~]{1,80}[ \t]*:[^\n]*(?:\n|$)|[ \t]+\S[^\n]*(?:\n|$)/y;
const boundary = /\bboundary[ \t]*=[ \t]*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s;"']{1,200}))/gi;
const mostHeaders = 50;

/**
 * Bodies that are encoded in a MIME message, as cloud-init takes them: header names and encodings in any case, parts in
 * parts, line ends of both sorts. Where a boundary is missing or wrong, a body goes on to the next header or the end:
 * better to look at too much.
 * https://cloudinit.readthedocs.io/en/latest/explanation/format.html#mime-multi-part-archive,
 * https://www.rfc-editor.org/rfc/rfc2045#section-6
 */
export function encodedBodies(source: string): EncodedBody[] {
  if (!/content-transfer-encoding/i.test(source)) return [];
  const headers = [...source.matchAll(encodingHeader)];
  const delimiters = delimitersOf(source);
  return headers.flatMap((header, index) => {
    const encoding = (header[1] ?? '').toLowerCase();
    if (/^(?:7bit|8bit|binary)$/.test(encoding)) return [];
    const start = afterHeaders(source, header.index + header[0].length);
    const limit = headers[index + 1]?.index ?? source.length;
    const end = Math.max(start, endOf(source.slice(start, limit), encoding, delimiters) + start);
    const bytes = decoded(source.slice(start, end), encoding);
    return bytes?.length === 0 ? [] : [{ bytes, encoding, start, end }];
  });
}

function delimitersOf(source: string): RegExp | undefined {
  const names = new Set(
    [...source.matchAll(boundary)].map(([, double, single, bare]) => double ?? single ?? bare ?? ''),
  );
  if (names.size === 0) return undefined;
  const any = [...names].slice(0, 50).map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`^--(?:${any.join('|')})(?:--)?[ \\t]*\\r?$`, 'm');
}

/** Where the body begins: after the other headers and the empty line. A line that is no header begins it too. */
function afterHeaders(source: string, from: number): number {
  const lineEnd = source.indexOf('\n', from);
  let at = lineEnd === -1 ? source.length : lineEnd + 1;
  for (let lines = 0; lines < mostHeaders; lines += 1) {
    headerLine.lastIndex = at;
    if (!headerLine.test(source)) break;
    at = headerLine.lastIndex;
  }
  return at + (/^[ \t]*\r?\n/.exec(source.slice(at, at + 80))?.[0].length ?? 0);
}

function endOf(body: string, encoding: string, delimiters: RegExp | undefined): number {
  // No line of base64 begins like this, whatever the boundary is said to be.
  const end = encoding === 'base64' ? body.search(/^--/m) : delimiters === undefined ? -1 : body.search(delimiters);
  return end === -1 ? body.length : end;
}

function decoded(body: string, encoding: string): Uint8Array | undefined {
  if (encoding === 'base64') return Buffer.from(body.replaceAll(/[^A-Za-z\d+/]/g, ''), 'base64');
  if (encoding === 'quoted-printable') {
    const joined = body.replaceAll(/=[ \t]*\r?\n/g, '');
    return Buffer.from(
      joined.replaceAll(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      'latin1',
    );
  }
  // What nobody knows is taken as it stands, and is examined with the rest of the text.
  return /^(?:x-)?uu/.test(encoding) ? undefined : new Uint8Array();
}
