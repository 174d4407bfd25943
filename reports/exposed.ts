import type { Certainty, ExposedResource, LayerName, LayerState } from '../src/engine/exposed.ts';

/** What layers are called for people. */
export const layerTitles: Readonly<Record<LayerName, string>> = {
  shield: 'Shield',
  waf: 'WAF',
  cdn: 'CDN',
  'load-balancer': 'Load balancer',
  nacl: 'Network ACL',
  'security-group': 'Security group',
  inspection: 'Inspection',
  authentication: 'Authentication',
  'iam-role': 'IAM of its role',
  'encryption-in-transit': 'Encryption in transit',
  'encryption-at-rest': 'Encryption at rest',
  logging: 'Logging',
};

export const stateWords: Readonly<Record<LayerState, string>> = {
  present: 'present',
  absent: 'absent',
  unknown: 'unknown',
  'not-applicable': 'does not apply',
};

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  open: 'reached from the internet',
  possible: 'may be reached from the internet',
  unknown: 'not known whether it is reached from the internet',
};

/** `AWS::EC2::Instance` as `EC2 Instance`. */
export const typeWords = (type: string): string => type.replace(/^AWS::/, '').replaceAll('::', ' ');

/** `3 absent, 1 unknown, 4 present`. */
export function countWords({ counts }: Pick<ExposedResource, 'counts'>): string {
  const said = (['absent', 'unknown', 'present'] as const).filter((state) => counts[state] > 0);
  return said.length === 0 ? 'no layer applies' : said.map((state) => `${counts[state]} ${state}`).join(', ');
}

/** Layers by what is said of them, those that do not apply left out. */
export const saidLayers = ({ layers }: Pick<ExposedResource, 'layers'>): ExposedResource['layers'] =>
  layers.filter(({ state }) => state !== 'not-applicable');

/** What a result says that does not tell what is exposed. */
export const exposedUntold =
  'This result does not tell what is exposed: it was written by an earlier version. Judge its snapshot again.';
