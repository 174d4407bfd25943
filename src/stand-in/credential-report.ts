const dayMs = 86_400_000;

interface Key {
  readonly rotated: number;
  readonly used?: readonly [days: number, service: string];
}

/** A row of the credential report; times in days ago. */
export interface Row {
  readonly arn: string;
  readonly created: number;
  readonly password?: { readonly used?: number; readonly changed: number };
  readonly mfa?: boolean;
  readonly keys?: readonly Key[];
}

const columns = [
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active',
  'access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service',
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service',
  'cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
].join(',');

/**
 * A credential report as text.
 * @param now epoch milliseconds
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
 */
export function credentialReport(now: number, rows: Readonly<Record<string, Row>>): string {
  const at = (days: number | undefined, absent: string): string =>
    days === undefined ? absent : new Date(now - days * dayMs).toISOString().replace(/\.\d+Z$/, '+00:00');
  const keyCells = (key: Key | undefined): string[] =>
    key === undefined
      ? ['false', 'N/A', 'N/A', 'N/A', 'N/A']
      : [
          'true',
          at(key.rotated, 'N/A'),
          at(key.used?.[0], 'N/A'),
          key.used === undefined ? 'N/A' : 'us-east-1',
          key.used?.[1] ?? 'N/A',
        ];
  const lines = Object.entries(rows).map(([user, row]) => {
    const root = user === '<root_account>';
    const password = root ? 'not_supported' : String(row.password !== undefined);
    const changed = root ? 'not_supported' : at(row.password?.changed, 'N/A');
    return [
      user,
      row.arn,
      at(row.created, ''),
      password,
      row.password === undefined ? 'N/A' : at(row.password.used, 'no_information'),
      changed,
      root ? 'not_supported' : 'N/A',
      String(row.mfa === true),
      ...keyCells(row.keys?.[0]),
      ...keyCells(row.keys?.[1]),
      'false,N/A,false,N/A',
    ].join(',');
  });
  return [columns, ...lines].join('\n');
}
