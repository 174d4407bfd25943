/**
 * What sort of secret a name promises. A `password` is one whatever it looks like; a `secret` may be chosen by a person or made by a machine;
 * a `key` is made by a machine, so a value that looks like words is not one.
 */
export type NameClass = 'password' | 'secret' | 'key';

/** `dbMasterPassword`, `DB_MASTER-PASSWORD`, `db.masterPassword`: db, master, password. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** Last words that say the value is something about a secret, not the secret. */
const aboutIt = new Set(
  (
    'arn name names id ids path file filename dir directory folder url uri endpoint host hostname port user username length len size ttl expiry expires expiration expire ' +
    'exp lifetime timeout duration days hours minutes seconds enabled disabled required policy count type kind header prefix suffix alias region version format rotation field ' +
    'param parameter ref reference location provider manager store storename engine algorithm alg method mode attempts retries limit max min hint label title description ' +
    'column table index reset regex pattern rule rules issuer audience scope scopes status state age period schedule date time at usage spec source strategy class builder factory ' +
    'service backend validator generator encoder handler broker group role bucket key_id kid owner email template prompt message text placeholder option options config mount ' +
    'volume digest fingerprint checksum thumbprint signature hash md5 sha sha1 sha256 history reuse complexity strength minlength maxlength stage chars characters charset alphabet fields list'
  ).split(' '),
);

/** First words that make a switch or a limit of it. */
const switches = new Set(
  'allow enable disable use require requires is has no max min num skip hide show rotate validate check verify ignore force with without should can want need needs generate'.split(
    ' ',
  ),
);

const keyMakers = new Set(
  (
    'api access login private encryption encrypt crypto cipher aes hmac signing sign signature master shared auth authentication account storage session service webhook license deploy ssh app ' +
    'application integration function subscription secret client consumer admin root jwt security cookie rest write ingest server salt hash sendgrid stripe twilio datadog dd newrelic ' +
    'mailgun openai anthropic google maps firebase algolia segment pagerduty rollbar honeycomb sentry splunk'
  ).split(' '),
);

const passwordWord =
  /^(?:passwords?|passwd|passwrd|passphrase|passcode|pwd|pass|pw|\w*(?:password|passwd|passphrase))$|^(?:db|root|user|admin|mysql|pg|smtp|mail|redis|ftp|app|sudo|key|trust|store|my)(?:pass|pwd|pw)$/;
const secretWord = /^(?:\w*secret|secrets?|credentials?|creds?)$/;
const tokenWord =
  /^(?:token|jwt|pat|\w{2,12}token|apikey|\w{1,12}apikey|accesskey|secretkey|privatekey|authkey|masterkey|encryptionkey|signingkey|bearer)$/;

const classes = new Map<string, NameClass | undefined>();
const mostNames = 10_000;

/** The class of a name, or undefined when it promises no secret. */
export function classifyName(name: string): NameClass | undefined {
  if (classes.has(name)) return classes.get(name);
  const found = classify(name.slice(0, 200));
  if (classes.size >= mostNames) classes.clear();
  classes.set(name, found);
  return found;
}

function classify(name: string): NameClass | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (words.length === 0 || aboutIt.has(last) || (words.length > 1 && switches.has(words[0] ?? ''))) return undefined;
  if (
    words.some(
      (word) =>
        word === 'public' ||
        word === 'publishable' ||
        word === 'pub' ||
        word === 'site' ||
        word === 'idempotency' ||
        word === 'partition',
    )
  )
    return undefined;
  const at = (test: RegExp): boolean => words.some((word) => test.test(word));
  if (at(passwordWord)) return 'password';
  const makesKey = words.some((word, index) => word === 'key' && keyMakers.has(words[index - 1] ?? ''));
  if (makesKey && !at(/^secret$/)) return 'key';
  if (at(secretWord) || last === 'auth') return 'secret';
  return makesKey || at(tokenWord) ? 'key' : undefined;
}

/** Whether a name speaks of a hash of a password, which is still worth cracking. */
export function isPasswordHashName(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => passwordWord.test(word)) || words.join(' ').includes('password hash');
}
