import { classifyName, isPasswordHashName, type NameClass } from './names.ts';
import type { Confidence } from './types.ts';
import { characterClasses, entropy, harmlessKind, isDefaultPassword, isHostName, isNumber, isWordy } from './values.ts';

export interface PairClass {
  readonly kind: string;
  readonly confidence: Confidence;
}

/** `$6$salt$...`, `$2b$12$...`, `$argon2id$...`, `{SSHA}...` */
const passwordHash =
  /^(?:\$(?:[1567y]|2[abxy]|sha1|argon2\w{0,2}|pbkdf2[\w-]*|scrypt|apr1)\$\S{8,}|\{S?SHA\d*\}\S{20,})/;

const awsSecretKey = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d/+]{40}$/;

function looksRandom(value: string): boolean {
  if (value.length < 8 || isWordy(value) || isHostName(value)) return false;
  const bits = entropy(value);
  const mixed = /\d/.test(value) && /[a-z]/i.test(value);
  if (value.length >= 16) return bits >= (mixed ? 2.75 : 3) && (mixed || characterClasses(value) >= 2 || bits >= 3.6);
  return characterClasses(value) >= 3 && bits >= 2.5;
}

function classifyPassword(value: string): PairClass | undefined {
  if (isDefaultPassword(value)) return { kind: 'default-password', confidence: 'medium' };
  if (isNumber(value)) return value.length >= 6 ? { kind: 'password', confidence: 'medium' } : undefined;
  if (value.length < 4) return undefined;
  return { kind: 'password', confidence: looksRandom(value) ? 'high' : 'medium' };
}

function classifySecret(value: string): PairClass | undefined {
  if (isDefaultPassword(value)) return { kind: 'default-password', confidence: 'medium' };
  if (looksRandom(value)) return { kind: 'secret', confidence: 'high' };
  // A person's own invention: letters and digits mixed, not a name with separators.
  const invented =
    value.length >= 8 && /[a-z]/i.test(value) && /\d/.test(value) && !isHostName(value) && !/[-_/.:]/.test(value);
  return invented ? { kind: 'secret', confidence: 'medium' } : undefined;
}

function classifyByName(nameClass: NameClass, value: string): PairClass | undefined {
  if (nameClass === 'password') return classifyPassword(value);
  if (isNumber(value)) return undefined;
  if (nameClass === 'secret') return classifySecret(value);
  return looksRandom(value) ? { kind: 'api-key', confidence: 'high' } : undefined;
}

/** Whether a value under a name is a secret, and of what sort. Undefined when it is not, or cannot be told from something harmless. */
export function classifyPair(name: string, value: string): PairClass | undefined {
  const nameClass = classifyName(name);
  const text = value.trim().replace(/^(?:Basic|Bearer|Token)\s+(?=\S{12})/i, '');
  if (text === '') return undefined;
  if (passwordHash.test(text))
    return isPasswordHashName(name) ? { kind: 'password-hash', confidence: 'medium' } : undefined;
  if (nameClass === undefined) return undefined;
  if (nameClass !== 'password' && awsSecretKey.test(text) && /secret|access/i.test(name) && !/example/i.test(text))
    return { kind: 'aws-secret-access-key', confidence: 'high' };
  if (harmlessKind(text) !== undefined || (/\s/.test(text) && !isPassphrase(nameClass, text))) return undefined;
  if (isLabel(name, text)) return undefined;
  return classifyByName(nameClass, text);
}

/** `password: Password` names a field for people, `secretKey: password` names one for programs. */
function isLabel(name: string, text: string): boolean {
  if (/^[A-Z][a-z]+$/.test(text) && name.toLowerCase() === text.toLowerCase()) return true;
  return /key$/i.test(name) && /^(?:password|passwd|pwd|secret|token|user|default)$/.test(text);
}

/** Several words are a passphrase only if they are few and no sentence: `correct horse battery staple`. */
function isPassphrase(nameClass: NameClass, text: string): boolean {
  const words = text.split(/\s+/);
  const sentence =
    /^\D*[.:!?,]$|[.,:;]\s|^(?:the|a|an|this|please|enter|must|your|is|not|for|used|password|use)\b|\b(?:the|must|your|for|is|are|to|of|password|secret)\b/i;
  return nameClass === 'password' && words.length <= 8 && !sentence.test(text) && !/[{}()<>=;|&$]/.test(text);
}
