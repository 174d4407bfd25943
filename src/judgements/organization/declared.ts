/** The text at a path of a policy in force, which has plain values where the written one has operators such as `@@assign`. */
function textAt(policy: unknown, ...path: readonly string[]): string | undefined {
  let at = policy;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return typeof at === 'string' ? at : undefined;
}

/**
 * What an S3 policy in force says of the four blocks of public access together: `all` or `none`.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html
 */
export function s3BlockOf(policy: unknown): { readonly block: string | undefined; readonly found: string } {
  const block = textAt(policy, 's3_attributes', 'public_access_block_configuration');
  return { block, found: block === undefined ? 'nothing' : `"${block}", not "all"` };
}

/** Attributes with the values that are safe, by what they bring about. */
const baseline: readonly [what: string, path: readonly string[], safe: readonly string[]][] = [
  ['images are not shared with everybody', ['image_block_public_access', 'state'], ['block_new_sharing']],
  [
    'snapshots are not shared with everybody',
    ['snapshot_block_public_access', 'state'],
    ['block_new_sharing', 'block_all_sharing'],
  ],
  ['IMDSv2 is required by default', ['instance_metadata_defaults', 'http_tokens'], ['required']],
];

/**
 * What of the baseline a declarative policy in force holds.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html
 */
export function ec2Baseline(policy: unknown): {
  readonly held: readonly string[];
  readonly missing: readonly string[];
} {
  const of = (wanted: boolean): string[] =>
    baseline
      .filter(([, path, safe]) => safe.includes(textAt(policy, 'ec2_attributes', ...path) ?? '') === wanted)
      .map(([what]) => what);
  return { held: of(true), missing: of(false) };
}
