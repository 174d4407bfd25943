import { AuditError } from '../program/errors.ts';
import type { AclGrant, PublicAccessBlock } from '../iam/exposure/types.ts';
import { readJson } from './json-file.ts';
import { isRecord } from '../text/record.ts';

async function read(option: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  if (file === '-')
    throw new AuditError('usage', `--${option}: give a file; standard input is where the policy may come from`);
  const found = await readJson(file);
  if (!isRecord(found)) throw new AuditError('usage', `--${option}: ${file} holds no JSON object`);
  return found;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** An ACL as `aws s3api get-bucket-acl` prints it. @throws AuditError `usage` */
export async function readAcl(option: string, file: string): Promise<{ acl: AclGrant[]; owner?: string }> {
  const { Grants: grants, Owner: owner } = await read(option, file);
  if (!Array.isArray(grants) || !grants.every((grant) => isRecord(grant)))
    throw new AuditError('usage', `--${option}: ${file} has no Grants`, {
      hint: 'It is what aws s3api get-bucket-acl prints.',
    });
  const id = isRecord(owner) ? text(owner['ID']) : undefined;
  return {
    acl: grants.map(({ Grantee: grantee, Permission: permission }) => ({
      Permission: text(permission),
      ...(isRecord(grantee)
        ? { Grantee: { Type: text(grantee['Type']), URI: text(grantee['URI']), ID: text(grantee['ID']) } }
        : {}),
    })),
    ...(id === undefined ? {} : { owner: id }),
  };
}

const SWITCHES = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

/**
 * A public-access block as `aws s3api get-public-access-block` and `aws s3control get-public-access-block` print it.
 * @throws AuditError `usage`
 */
export async function readPublicAccessBlock(option: string, file: string): Promise<PublicAccessBlock> {
  const whole = await read(option, file);
  const inner = whole['PublicAccessBlockConfiguration'] ?? whole;
  if (!isRecord(inner) || !SWITCHES.some((name) => name in inner))
    throw new AuditError('usage', `--${option}: ${file} holds no public-access block`, {
      hint: `Its switches are ${SWITCHES.join(', ')}.`,
    });
  const wrong = SWITCHES.find((name) => name in inner && typeof inner[name] !== 'boolean');
  if (wrong !== undefined) throw new AuditError('usage', `--${option}: ${wrong} in ${file} is neither true nor false`);
  return Object.fromEntries(SWITCHES.map((name) => [name, inner[name] === true]));
}
