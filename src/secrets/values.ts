/** What a value is, as far as it shows that it is no secret. */
export type Harmless = 'reference' | 'placeholder' | 'plain';

const references: readonly RegExp[] = [
  /^\{\{resolve:/i,
  /^arn:aws[\w-]*:/,
  // Names that RDS gives the secrets it manages, and what KMS encrypted.
  /^rds!(?:db|cluster)-/,
  /^AQIC?AH[A-Za-z\d+/]/,
  /^(?:aws-?)?(?:ssm|sm|secretsmanager|secret|vault|op|azurekeyvault|gcp-?secretmanager|sops|env|param|parameter-store|keyring|file|valuefrom)(?::\/?\/?|:\/)/i,
  /^\$\{|^\$\([a-z]|^\$\$?[A-Za-z_]\w*(?:$|[\s/.:,;)"'[@-])|^\$\$?\.[A-Za-z]|^\$env:/,
  /^`[^`]+`$|^%[A-Za-z_]\w*%$|^#\{|^\{\{|^\{%|^<%/,
  /^!(?:Ref|Sub|GetAtt|Join|ImportValue|If|FindInMap|Select|Base64|Split)\b/,
  /^(?:Fn::|AWS::|States\.|stageVariables\.|process\.env|os\.(?:environ|getenv)|ENV\[|System\.getenv|getenv\(|lookup\(|env\.)/i,
  /^(?:var|local|module|data|each|params?|props|config|settings|self|this|request|req|args|options|secrets|values|event|context)\.[\w.[\]'"-]+$/i,
  /^@Microsoft\.KeyVault/i,
];

/** Slash-separated names: `/prod/db/password`, `prod/db/main`: parameters and secrets are called so. */
const storedName = /^\/?(?:[A-Za-z][\w.-]{0,40}\/)+[A-Za-z][\w.-]{0,40}$/;

const placeholders: readonly RegExp[] = [
  /^<[^<>]*>$|^\[[^[\]]*\]$|^\{[^{}]*\}$|^__\w+__$|^@[\w.-]+@$|^\(.*\)$/,
  /^(.)\1*$/,
  /^[x*.\-_?#0\u2022\u2026]+$/i,
  /x{5}|X{4}|\*{3}|\.{3}|\u2026/,
  /^(?:your|insert|replace|enter|put|paste|provide|add|type)(?=[-_ A-Z]|your|me$|this|here|with)/,
  /^(?:YOUR|INSERT|REPLACE|ENTER|PUT|PASTE|PROVIDE|ADD|TYPE)(?:[-_ ]|YOUR|ME$|THIS|HERE|WITH)/,
  /(?:goes|put|insert|key|token|secret|password|value)[-_ ]?here$/i,
  /example|placeholder|redacted|dummy|\bmasked\b|\bhidden\b|\bomitted\b|\bremoved\b/i,
  /(?:^|[-_ ])(?:fake|sample|tbd|todo|fixme|unset|unused|mock|stub)(?:[-_ ]|$)/i,
  /^(?:not|never|to)[-_ ]?(?:be[-_ ]?)?(?:set|used|needed|required|replaced|provided|defined|changed|filled)/i,
  /^(?:see|from|in|stored|managed|loaded|fetched|injected|retrieved|generated|use)[-_ ](?:\w+[-_ ]){0,4}(?:secrets?|manager|vault|ssm|parameter|runtime|deploy\w*|terraform|key\w*)/i,
  /(?:^|[-_ ])(?:ssm|vault|secrets?-?manager)(?:[-_ ]|$)/i,
];

const uuid = /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i;

const plain: readonly RegExp[] = [
  /^(?:true|false|yes|no|y|n|on|off|enabled?|disabled?|none|null|nil|undefined|nan|auto|always|never|required?|optional|n\/a|unknown|empty|inherit|prompt|ask|interactive|string|str|text|boolean|number|object|any|encrypted|hashed|plain|basic|bearer|oauth2?|jwt|digest|cookie|header|query|native|iam|kms|aws_iam|custom|generate|generated|random)$/i,
  uuid,
  /^(?:sha(?:1|224|256|384|512)|md5)[:-]/i,
  /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) |^-{5}BEGIN (?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|PGP PUBLIC KEY)/,
  /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+$/,
  /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/\d+)?$/,
  /^v?\d+(?:\.\d+)+(?:[-+][\w.]+)?$/,
  /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/,
  /^[~.]{0,2}\/(?:[\w.@{}$-]{0,64}\/){0,20}[\w.@-]{1,40}\.\w{1,8}$|^(?:[A-Za-z]:\\|\.{1,2}\/|~\/)/,
  /^\d+(?:\.\d+)?\s?(?:ms|s|m|h|d|min|sec|seconds?|minutes?|hours?|days?|kb|mb|gb|%)$/i,
  /^(?:application|text|image)\/[\w.+-]+$/,
  // Stripe's publishable key, which every visitor of a shop gets.
  /^pk_(?:live|test)_/,
];

const number = /^[+-]?\d+(?:\.\d+)?$/;

/** Addresses: the secret of an address with a user and a password is looked for elsewhere. */
const address = /^[a-z][a-z\d+.-]{1,20}:\/\//i;
const hostName = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}(?::\d+)?$/i;

/** Why a value is no secret whatever its name; undefined when nothing speaks for it. */
export function harmlessKind(value: string): Harmless | undefined {
  const head = value.slice(0, 512);
  if (references.some((pattern) => pattern.test(head)) || (storedName.test(head) && isWordy(head))) return 'reference';
  if (placeholders.some((pattern) => pattern.test(head))) return 'placeholder';
  if (plain.some((pattern) => pattern.test(head)) || address.test(head)) return 'plain';
  return undefined;
}

export function isNumber(value: string): boolean {
  return number.test(value);
}

export function isHostName(value: string): boolean {
  return hostName.test(value);
}

const weak = new Set(
  (
    'password passw0rd pass pass123 password1 password12 password123 password1234 passwd pwd admin admin123 administrator root toor changeme changeit change secret ' +
    'supersecret mysecret s3cr3t topsecret verysecret secretkey test test123 testing guest letmein welcome welcome1 welcome123 qwerty qwerty123 abc123 iloveyou default ' +
    'master postgres mysql redis rabbitmq mongo elastic oracle sa docker vagrant user demo temp temp123 temporary hello monkey dragon superuser keycloak minio minioadmin ' +
    'grafana jenkins tomcat manager rootpassword adminpassword mypassword yourpassword dbpassword'
  ).split(' '),
);

/** A password everybody tries first, in any writing: `changeme`, `CHANGE-ME`, `P@ssw0rd`. */
export function isDefaultPassword(value: string): boolean {
  const folded = value
    .toLowerCase()
    .replaceAll(/[\s!._-]/g, '')
    .replaceAll('@', 'a')
    .replaceAll('$', 's');
  const counted = folded.length >= 4 && '1234567890'.startsWith(folded);
  return weak.has(folded) || counted || /^(?:0{4,8}|1{4,8})$/.test(folded);
}

/** Shannon entropy in bits per character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / value.length) * Math.log2(count / value.length);
  return sum;
}

/** How many of small letters, capitals, digits and signs a value has. */
export function characterClasses(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((pattern) => pattern.test(value)).length;
}

/**
 * Words with separators or humps, perhaps with small numbers: `prod-db-secret`, `mySecretName`, `api_key_v2`. A name, not a key.
 * Words can be spoken and are not very short on the whole; capitals come first or all the way.
 */
export function isWordy(value: string): boolean {
  const words = value.split(/[-_/.:,;\s]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
  const letters = words.join('').replaceAll(/\d/g, '').length;
  return (
    words.length > 0 &&
    letters >= words.length * 2.3 &&
    words.every(
      (word) => /^(?:[A-Z]?[a-z]{1,18}\d{0,2}|[A-Z]{1,18}\d{0,2}|\d{1,4})$/.test(word) && !/[^aeiouy\d]{5}/i.test(word),
    )
  );
}
