import { classifyPair } from './pair.ts';
import { assignedPairs } from './pairs.ts';
import { knownFormats } from './patterns.ts';
import { isWordy } from './values.ts';

/** Stands where a secret stood. */
const redacted = '[redacted]';

/** More of a message is cut off, between words, before anything is looked for: only its beginning is ever shown. */
const longest = 16_384;

function beginning(message: string): string {
  if (message.length <= longest) return message;
  const blank = message.lastIndexOf(' ', longest);
  return message.slice(0, blank === -1 ? longest : blank);
}

/** A pattern, and which of its groups is the secret; 0: all of it. */
type Form = readonly [pattern: RegExp, group: 0 | 1, accept?: (secret: string) => boolean];

/**
 * What an error may repeat of a signed request, and forms that the detector leaves to rules which take time to load. Where
 * a message is concerned it is better to lose a word too many than to show a secret.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
const forms: readonly Form[] = [
  // All that follows the name of the header up to the end of the line or a quote.
  [/\bAuthorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([^\n"'<>]{4,})/gi, 1],
  [/\bAWS4-HMAC-SHA256[^\n"'<>]*/g, 0],
  [
    /\b(?:X-Amz-(?:Security-Token|Signature|Credential)|Security-?Token|Session-?Token)["']?(?:[ \t]{0,4}[:=]|>|%3D)[ \t]{0,4}["']?([^\s"'<>&,;]{4,})/gi,
    1,
  ],
  [
    /\b(?:Credential|Signature|SignatureProvided|AWSAccessKeyId)["']?(?:[ \t]{0,4}[:=]|>|%3D)[ \t]{0,4}["']?([^\s"'<>&,;]{8,})/gi,
    1,
  ],
  // Ids of access keys, long-lived and temporary.
  [/(?<![A-Z\d])(?:AKIA|ASIA|ABIA|ACCA)[A-Z\d]{12,124}(?![A-Z\d])/g, 0],
  // Session tokens begin with one of a few headers.
  [/(?<![\w+/=%-])(?:IQoJ|FwoG|FQoG|AQoD)[\w+/=%-]{40,}/g, 0],
  // Signatures, and the hash of the request that was signed.
  [/(?<![\da-z])[\da-f]{64}(?![\da-z])/gi, 0],
  // Secret access keys.
  [
    /(?<![\w+/=-])(?=[A-Za-z\d+/]{0,39}\d)(?=[A-Za-z\d+/]{0,39}[a-z])(?=[A-Za-z\d+/]{0,39}[A-Z])[A-Za-z\d+/]{40}(?![\w+/=-])/g,
    0,
    (key) => !isWordy(key),
  ],
  [/\b(?:gh[pousr]_|npm_|xox[abeoprs]-|xapp-|shp(?:at|ca|pa|ss)_|sk-|lin_api_|ops_eyJ|SG\.)[\w.+/=-]{16,2000}/g, 0],
  [/\bhooks\.slack\.com\/(?:services|workflows)\/([\w/-]{16,200})/g, 1],
  // What V8 adds to an error of JSON is a piece of what was read.
  [/\bUnexpected [^\n]{0,40}?, ((?:\.\.\.)?"[^]{0,2000}?"(?:\.\.\.)?) is not valid JSON/g, 1],
];

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf([pattern, group, accept]: Form, text: string): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const secret = match[group] ?? '';
    if (secret === '' || accept?.(secret) === false || secret === redacted) return [];
    const start = match.index + match[0].lastIndexOf(secret);
    return [{ start, end: start + secret.length }];
  });
}

function spans(text: string): Span[] {
  const named = assignedPairs(text).flatMap(({ name, value, offset }) =>
    classifyPair(name, value) === undefined ? [] : [{ start: offset, end: offset + value.length }],
  );
  return [...forms.flatMap((form) => spansOf(form, text)), ...knownFormats(text), ...named];
}

/** Credentials in use, in every writing they may come back in, the longest first. */
let known: readonly string[] = [];

/**
 * Remembers values that must never be shown, whatever they look like: the credentials of the session. Values of fewer than
 * eight characters are in no credentials of AWS and would tear words apart.
 */
export function neverShow(values: readonly (string | undefined)[]): void {
  const writings = values.flatMap((value) =>
    value === undefined || value.length < 8
      ? []
      : [
          value,
          encodeURIComponent(value),
          value.replaceAll('/', String.raw`\/`),
          Buffer.from(value).toString('base64').replace(/=+$/, ''),
        ],
  );
  const all = new Set([...known, ...writings]);
  if (all.size > known.length) known = [...all].sort((a, b) => b.length - a.length);
}

/**
 * A message without credentials and without what looks like a secret: each is replaced by `[redacted]`. For texts of
 * others that are shown and stored, such as AWS's and proxies' error messages. Takes no rules that must be loaded.
 * Of a very long message it is the beginning.
 */
export function redact(message: string): string {
  let text = beginning(message);
  for (const value of known) if (text.includes(value)) text = text.replaceAll(value, redacted);
  let clean = '';
  let at = 0;
  for (const { start, end } of spans(text).sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    if (start >= at) clean += text.slice(at, start) + redacted;
    at = end;
  }
  return at === 0 ? text : clean + text.slice(at);
}
