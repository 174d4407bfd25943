import type { Confidence, Hit } from './types.ts';
import { harmlessKind, isDefaultPassword } from './values.ts';

interface KnownFormat {
  readonly kind: string;
  readonly pattern: RegExp;
  /** A text that every match holds (in any case when the pattern ignores it): looked for first, being much quicker. */
  readonly hint: string;
  readonly confidence?: Confidence;
  /** Refuses a match that only looks like one; `secret` is the first group, or all of the match. */
  readonly accept?: (secret: string) => boolean;
}

function notHarmless(secret: string): boolean {
  return secret.length >= 3 && harmlessKind(secret) === undefined;
}

function jwtHeader(token: string): boolean {
  try {
    return Buffer.from(token.split('.')[0] ?? '', 'base64url')
      .toString()
      .includes('"alg"');
  } catch {
    return false;
  }
}

function hasDigitAndLetter(secret: string): boolean {
  return /\d/.test(secret) && /[a-z]/i.test(secret) && notHarmless(secret);
}

/** Every repetition is bounded and no two neighbours can match the same text, so none of these can run away on hostile input. */
const formats: readonly KnownFormat[] = [
  {
    kind: 'private-key',
    hint: 'PRIVATE KEY',
    pattern:
      /-----BEGIN (?:[A-Z\d]{2,20} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]){0,8}(?:[\w-]{1,40}: [^\n]{1,200}\n\s{0,8}){0,8}[A-Za-z\d+/=]{40}/g,
  },
  { kind: 'private-key', hint: 'PuTTY-User-Key-File', pattern: /PuTTY-User-Key-File-\d: /g },
  { kind: 'private-key', hint: 'AGE-SECRET-KEY-1', pattern: /\bAGE-SECRET-KEY-1[A-Z\d]{58}\b/g },
  {
    kind: 'aws-access-key-id',
    hint: 'IA',
    pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g,
    confidence: 'medium',
    accept: (id) => !id.endsWith('EXAMPLE'),
  },
  { kind: 'gitlab-token', hint: 'gl', pattern: /\bgl(?:pat|ptt|dt|rt|soat|ft|cbt|oas)-[\w-]{20,64}/g },
  { kind: 'github-token', hint: 'github_pat_', pattern: /\bgithub_pat_[A-Za-z\d]{22}_[A-Za-z\d]{59}\b/g },
  { kind: 'stripe-key', hint: 'k_', pattern: /\b[sr]k_(?:live|test)_[A-Za-z\d]{20,120}\b/g },
  { kind: 'stripe-key', hint: 'whsec_', pattern: /\bwhsec_[A-Za-z\d+/=]{24,64}/g },
  { kind: 'google-api-key', hint: 'AIza', pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { kind: 'google-oauth-secret', hint: 'GOCSPX-', pattern: /\bGOCSPX-[\w-]{28}(?![\w-])/g },
  { kind: 'twilio-key', hint: 'SK', pattern: /\bSK[\da-f]{32}\b/g },
  { kind: 'mailgun-key', hint: 'key-', pattern: /\bkey-[\da-f]{32}\b/g },
  {
    kind: 'discord-webhook',
    hint: 'webhooks',
    pattern: /https:\/\/(?:canary\.|ptb\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}/g,
  },
  {
    kind: 'teams-webhook',
    hint: 'webhook.office',
    pattern:
      /https:\/\/[\w-]{1,63}\.webhook\.office\.com\/webhookb2\/[\w@-]{30,90}\/IncomingWebhook\/[\da-f]{32}\/[\da-f-]{36}/g,
  },
  { kind: 'telegram-token', hint: ':AA', pattern: /\b\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  { kind: 'pypi-token', hint: 'pypi-', pattern: /\bpypi-AgE[\w-]{50,200}/g },
  { kind: 'digitalocean-token', hint: '_v1_', pattern: /\bdo[opr]_v1_[\da-f]{64}\b/g },
  { kind: 'newrelic-key', hint: 'NRAK-', pattern: /\bNRAK-[A-Z\d]{27}\b/g },
  { kind: 'huggingface-token', hint: 'hf_', pattern: /\bhf_[A-Za-z]{34}\b/g },
  { kind: 'databricks-token', hint: 'dapi', pattern: /\bdapi[\da-f]{32}(?:-\d)?\b/g },
  { kind: 'vault-token', hint: 'hv', pattern: /\bhv[sbr]\.[\w-]{24,200}/g },
  { kind: 'terraform-token', hint: '.atlasv1.', pattern: /\b[A-Za-z\d]{14}\.atlasv1\.[\w=-]{60,70}/g },
  { kind: 'atlassian-token', hint: 'ATATT3', pattern: /\bATATT3[\w=-]{60,220}/g },
  { kind: 'doppler-token', hint: 'dp.', pattern: /\bdp\.(?:pt|st|sa|ct)\.[A-Za-z\d.]{40,80}\b/g },
  { kind: 'shippo-key', hint: 'shippo_', pattern: /\bshippo_(?:live|test)_[\da-f]{40}\b/g },
  { kind: 'square-token', hint: 'sq0', pattern: /\b(?:sq0atp|sq0csp)-[\w-]{22,43}(?![\w-])/g },
  { kind: 'postman-key', hint: 'PMAK-', pattern: /\bPMAK-[\da-f]{24}-[\da-f]{34}\b/g },
  { kind: 'grafana-token', hint: 'gls', pattern: /\bgls[ac]_[A-Za-z\d]{32}_[\da-f]{8}\b/g },
  { kind: 'openai-key', hint: 'T3BlbkFJ', pattern: /\bsk-(?:proj-)?[A-Za-z\d_-]{0,100}T3BlbkFJ[A-Za-z\d_-]{20,100}/g },
  { kind: 'azure-storage-key', hint: 'AccountKey=', pattern: /\bAccountKey=([A-Za-z\d+/]{86}==)/g },
  {
    kind: 'azure-shared-access-key',
    hint: 'SharedAccessKey=',
    pattern: /\bSharedAccessKey=([A-Za-z\d+/]{42,88}={0,2})/g,
  },
  {
    kind: 'jwt',
    hint: 'eyJ',
    pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{20,1000}/g,
    accept: jwtHeader,
  },
  {
    kind: 'url-credentials',
    hint: '://',
    pattern: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:/?#@"'<>\\]{0,128}:([^\s/?#@"'<>\\]{3,256})@[\w[$.{-]/gi,
    accept: notHarmless,
  },
  {
    kind: 'connection-password',
    hint: ';',
    pattern: /;\s{0,4}(?:password|pwd)\s{0,4}=\s{0,4}([^;"'\s<>]{3,128})/gi,
    accept: notHarmless,
  },
  {
    kind: 'http-authorization',
    hint: 'authorization',
    pattern: /\bAuthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:Basic|Bearer|token)\s{1,4}([\w+/=.~-]{12,2000})/gi,
    accept: hasDigitAndLetter,
  },
  {
    kind: 'command-password',
    hint: 'chpasswd',
    pattern:
      /\b(?:echo|printf)\s+(?:-[a-z]+\s+)?["']?[\w.-]{1,32}:([^\s"'|\\]{3,64})(?:\\n)?["']?\s*\|\s*(?:sudo\s+)?chpasswd/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'curl',
    pattern: /\bcurl\b[^\n|;]{0,300}?\s(?:-u|--user)[ =]{1,4}["']?[^\s:"'$]{1,64}:([^\s"'@]{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'mysql',
    pattern: /\bmysql(?:dump|admin)?\b[^\n|;]{0,200}?\s-p(?:["']([^"'\n]{3,64})["']|([^\s"'$`-]\S{2,64}))/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'sshpass',
    pattern: /\bsshpass\s+-p\s{0,4}["']?([^\s"']{3,64})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'login',
    pattern:
      /\b(?:docker|podman|helm|az|oc)\b[^\n|;]{0,40}?\blogin\b[^\n|;]{0,200}?\s-p[ =]{1,4}["']?([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'user',
    pattern: /\bnet\s+user\s+[\w.-]{1,64}\s+["']?([^\s"'/*]{3,64})["']?\s/gi,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'convertto-securestring',
    pattern: /\bConvertTo-SecureString\s+(?:-String\s+)?["']([^"'\n]{3,64})["']/gi,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'identified',
    pattern: /\bIDENTIFIED\s+(?:WITH\s+\w{1,40}\s+)?BY\s+["']([^"'\n]{3,128})["']/gi,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'pass:',
    pattern: /\s-pass(?:in|out)?\s+pass:["']?([^\s"']{3,64})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'password',
    pattern: /\blogin\s+\S{1,100}\s+password\s+([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'url-credentials',
    hint: '@',
    pattern: /(?<![\w.:/-])[\w.-]{1,64}:([^\s:@/"'()]{3,128})@(?:tcp|unix)\(/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'redis-cli',
    pattern: /\bredis-cli\b[^\n|;]{0,200}?\s(?:-a|--pass)\s{1,4}["']?([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: '--stdin',
    pattern:
      /\b(?:echo|printf)\s+(?:-[a-z]+\s+)?["']?([^\s"'|]{3,64})["']?\s{0,4}\|\s{0,4}(?:sudo\s+)?passwd\s+--stdin/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'openssl passwd',
    pattern: /\bopenssl passwd\s+(?:-\S{1,20}\s+){0,4}["']?([^\s"')-][^\s"')]{2,64})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'chpasswd:',
    pattern:
      /\bchpasswd:[^\n]{0,40}\n(?:[ \t]{1,20}[^\n]{0,40}\n){0,2}?[ \t]{1,20}(?:- )?["']?[\w.-]{1,32}:(?!RANDOM\b|R\b)([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'sqlplus',
    pattern: /\bsqlplus\s+(?:-\S{1,20}\s+){0,4}["']?\w{1,64}\/([^\s@"'/]{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'r',
    pattern: /^[ \t]{0,20}(?:requirepass|masterauth)[ \t]{1,8}["']?([^\s"']{3,128})/gm,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'htpasswd',
    pattern: /\bhtpasswd\s+-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}\s+\S{1,200}\s+\S{1,64}\s+["']?([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'ldap',
    pattern: /\bldap(?:search|modify|add|delete|passwd)\b[^\n|;]{0,300}?\s-w\s{0,4}["']?([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: '%',
    pattern: /\s-U\s{1,4}["']?[\w.\\-]{1,64}%([^\s"']{3,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'reset-admin-password',
    pattern: /\breset-admin-password\s{1,4}["']?([^\s"'-][^\s"']{2,128})/g,
    accept: notHarmless,
  },
  {
    kind: 'command-password',
    hint: 'rabbitmqctl',
    pattern: /\brabbitmqctl\s+(?:-\S{1,40}\s+){0,4}(?:add_user|change_password)\s+\S{1,64}\s+["']?([^\s"']{3,128})/g,
    accept: notHarmless,
  },
];

/** Secrets that are known by their own form, with no need of a name. */
export function knownFormats(text: string): Hit[] {
  const folded = text.toLowerCase();
  const likely = formats.filter(({ hint, pattern }) => (pattern.ignoreCase ? folded : text).includes(hint));
  return likely.flatMap(({ kind, pattern, confidence = 'high', accept }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const secret = match[1] ?? match[2] ?? match[0];
      if (accept !== undefined && !accept(secret)) return [];
      const start = match.index + Math.max(0, match[0].lastIndexOf(secret));
      return [
        { kind, confidence: isDefaultPassword(secret) ? 'medium' : confidence, start, end: start + secret.length },
      ];
    }),
  );
}
