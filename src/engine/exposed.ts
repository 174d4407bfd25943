/** What may stand between the internet and a resource, outermost first. */
export const layerNames = [
  'shield',
  'waf',
  'cdn',
  'load-balancer',
  'nacl',
  'security-group',
  'inspection',
  'authentication',
  'iam-role',
  'encryption-in-transit',
  'encryption-at-rest',
  'logging',
] as const;
export type LayerName = (typeof layerNames)[number];

/** In the order in which they count against a resource. */
export const layerStates = ['absent', 'unknown', 'present', 'not-applicable'] as const;
export type LayerState = (typeof layerStates)[number];

/** A finding that a layer rests on. */
export interface LayerEvidence {
  readonly check: string;
  readonly fingerprint: string;
}

export interface Layer {
  readonly layer: LayerName;
  /** `present` by evidence alone; `unknown` says what was not read; `not-applicable`: a resource of the kind has none. */
  readonly state: LayerState;
  /** One sentence, without the full stop. */
  readonly says: string;
  /** Of Shield: which of the two covers it. */
  readonly level?: 'standard' | 'advanced';
  /** Findings that decided it; left out where facts of the network did. */
  readonly evidence?: readonly LayerEvidence[];
}

/** A rule of a security group that lets a way in. */
export interface AdmittingRule {
  readonly group: string;
  readonly ports: string;
  readonly from: readonly string[];
}

/** `open`: what was read lets the internet in; `possible`: that depends on something; `unknown`: something that decides was not read. */
export type Certainty = 'open' | 'possible' | 'unknown';

/** One way from the internet to a resource, with what lets it through. */
export interface WayIn {
  readonly certainty: Certainty;
  /** One sentence, without the full stop. */
  readonly how: string;
  /** Public address or host that is asked, where one is known. */
  readonly address?: string;
  readonly protocol?: string;
  /** A port that is let in; the rules say which others are. */
  readonly port?: number;
  readonly routeTable?: string;
  readonly gateway?: string;
  readonly inspectedBy?: string;
  readonly acl?: string;
  readonly rules?: readonly AdmittingRule[];
  /** ARNs of what it leads through, outermost first. */
  readonly through?: readonly string[];
  /** What lets it in by a policy: statements as they stand there. */
  readonly statements?: unknown;
  readonly evidence?: LayerEvidence;
}

/** What lies behind a resource, worst first. */
export const behinds = ['administrator', 'data', 'compute', 'service'] as const;
export type Behind = (typeof behinds)[number];

/** A resource that the internet reaches, or may reach, and what stands in between. */
export interface ExposedResource {
  readonly arn: string;
  readonly type: string;
  readonly name: string;
  readonly region: string;
  readonly certainty: Certainty;
  readonly ways: readonly WayIn[];
  /** Ways that are left out beyond the first. */
  readonly moreWays?: number;
  readonly layers: readonly Layer[];
  readonly counts: Readonly<Record<LayerState, number>>;
  readonly behind: Behind;
  /** The same in words. */
  readonly behindSays: string;
}

/** What of the account the internet reaches, the least defended first. */
export interface Exposed {
  /** How many there are in all. */
  readonly total: number;
  readonly byCertainty: Readonly<Record<Certainty, number>>;
  readonly byType: Readonly<Record<string, number>>;
  /** The first of them; `total` says whether there are more. */
  readonly resources: readonly ExposedResource[];
  /** What was not read and might hold more of them, or ways to them. */
  readonly notRead: readonly { readonly what: string; readonly cause: string }[];
}

/** So many are in a result. */
export const mostExposed = 300;
/** So many ways are told of each. */
export const mostWays = 8;
