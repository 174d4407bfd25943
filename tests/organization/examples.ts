import type { AccountExport } from '../../src/organization/export.ts';
import type { Manifest, ManifestAccount, SealedManifest } from '../../src/organization/manifest.ts';
import { manifestBytes, manifestOf } from '../../src/organization/manifest.ts';
import type { Store } from '../../src/organization/store.ts';

const root = { id: 'r-ab12', name: 'Root' };

export const account = (id: string, more: Partial<ManifestAccount> = {}): ManifestAccount => ({
  id,
  name: `account-${id.slice(-2)}`,
  ou: [root, { id: 'ou-ab12-11111111', name: 'Workloads' }],
  state: 'ACTIVE',
  ...more,
});

export const manifest = (more: Partial<Manifest> = {}): Manifest => ({
  scan: '20260131T120000Z-0123abcd',
  plannedAt: '2026-01-31T12:00:00.000Z',
  version: '1.0.0',
  organization: 'o-abcdefghij',
  managementAccount: '111111111111',
  partition: 'aws',
  own: '111111111111',
  access: { kind: 'role', role: 'audit', externalId: false },
  regions: [],
  selection: { services: [], checks: [], excluded: [], severities: [], categories: [], frameworks: [] },
  accounts: [account('111111111111', { ou: [root] }), account('222222222222'), account('333333333333')],
  ...more,
});

export function sealedManifest(more: Partial<Manifest> = {}): SealedManifest {
  const { bytes } = manifestBytes(manifest(more));
  return manifestOf(bytes, 'manifest.json');
}

const stored = { path: 'x/y', sha256: '0'.repeat(64), bytes: 1 };

/** Of an account that was judged, without any finding. */
export const exported = (of: SealedManifest, id: string, more: Partial<AccountExport> = {}): AccountExport => ({
  scan: of.scan,
  manifest: of.sha256,
  account: id,
  attempt: '20260131120000000-00000001',
  version: '1.0.0',
  status: 'scanned',
  startedAt: '2026-01-31T12:00:00.000Z',
  finishedAt: '2026-01-31T12:01:00.000Z',
  judged: {
    caller: `arn:aws:sts::${id}:assumed-role/audit/audit`,
    regions: ['eu-west-1'],
    skippedRegions: [],
    calls: 3,
    resources: 1,
    byStatus: { fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 1 },
    failedBySeverity: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 },
    checks: { 's3-bucket-no-public-access': { pass: 1 } },
    infos: stored,
    findings: [],
    causes: [],
    gaps: [],
    suppressions: [],
    compliance: [],
    result: stored,
  },
  ...more,
});

export const notReached = (of: SealedManifest, id: string, more: Partial<AccountExport> = {}): AccountExport => {
  const { judged: _, ...rest } = exported(of, id, {
    status: 'unreachable',
    cause: { kind: 'role-refused', message: 'no way in' },
    ...more,
  });
  return rest;
};

/** A store in memory. */
export class MemoryStore implements Store {
  readonly name = 'memory';
  readonly files = new Map<string, Uint8Array>();

  get(path: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.files.get(path));
  }

  put(path: string, bytes: Uint8Array, { ifAbsent = false } = {}): Promise<boolean> {
    if (ifAbsent && this.files.has(path)) return Promise.resolve(false);
    this.files.set(path, bytes);
    return Promise.resolve(true);
  }

  async *list(prefix: string): AsyncIterable<string> {
    yield* [...this.files.keys()].filter((path) => path.startsWith(prefix)).sort();
  }

  folders(): Promise<readonly string[]> {
    const names = [...this.files.keys()].flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []);
    return Promise.resolve([...new Set(names)].sort());
  }
}
