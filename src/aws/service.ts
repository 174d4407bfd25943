import { partitionServices } from '../partitions/partition-services.ts';

/**
 * By the name of a structure in the service's model (`KeyListEntry`): the members without which the service never sends it.
 * An answer without one of them is none.
 */
export type Sends = Readonly<Record<string, readonly string[]>>;

/**
 * A lazily loaded AWS service: what it is called, how its operations map to IAM actions, and where its SDK client
 * comes from. The SDK's module is imported at the first call, so a run that never calls a service never loads it.
 */
export interface Service<M = unknown> {
  /** Our id, the folder under src/services, e.g. `s3`. */
  readonly id: string;
  /** The SDK's service id, e.g. `S3 Control`; `AWS_ENDPOINT_URL_S3_CONTROL` follows from it. */
  readonly sdkId: string;
  /** Prefix of the service's IAM actions, e.g. `s3`. */
  readonly iamPrefix: string;
  /** Whether the service answers for the whole account from one endpoint or for each region. */
  readonly scope: 'global' | 'region';
  /** For a global service: the region whose endpoint answers, by partition. Defaults to the partition's main region. */
  readonly homeRegions: Readonly<Record<string, string>>;
  /** The service's regions, when it exists in a few only; undefined = all but those of `missingIn`. */
  readonly regions: readonly string[] | undefined;
  /**
   * Regions that AWS's list of endpoints has without the service (https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html).
   * It is asked there all the same, since AWS adds it some day; but there, and nowhere else, a host that is not found says
   * that there is nothing to judge.
   */
  readonly missingIn: readonly string[];
  /** Partitions that have the service; undefined = all. */
  readonly partitions: readonly string[] | undefined;
  /** IAM actions of operations whose action is not `<iamPrefix>:<operation>`. */
  readonly actionsOf: Readonly<Record<string, readonly string[]>>;
  /** What it always sends of the structures that are read. */
  readonly sends: Sends;
  /** Operations that the run itself sends, rather than a resource type. */
  readonly sessionCalls: readonly string[];
  readonly load: () => Promise<M>;
}

/** Names of the operations a service's SDK module exports (`GetBucketAclCommand` gives `GetBucketAcl`). */
export type OperationOf<M> = { [K in keyof M]: K extends `${infer N}Command` ? N : never }[keyof M] & string;

/** Names of the operations for which the module exports the SDK's paginator. */
export type PagedOperationOf<M> = { [K in keyof M]: K extends `paginate${infer N}` ? N : never }[keyof M] & string;

type CommandInstance<M, N extends string> = `${N}Command` extends keyof M
  ? M[`${N}Command`] extends abstract new (...args: never[]) => infer C
    ? C
    : never
  : never;

/** Input of an operation, as the SDK types it. */
export type InputOf<M, N extends string> = CommandInstance<M, N> extends { readonly input: infer I } ? I : never;

/** Output of an operation, as the SDK types it. */
export type OutputOf<M, N extends string> =
  CommandInstance<M, N> extends { resolveMiddleware(...args: never[]): (args: never) => Promise<{ output: infer O }> }
    ? O
    : never;

interface ServiceSpec<M> {
  id: string;
  sdkId: string;
  iamPrefix?: string;
  scope?: 'global' | 'region';
  regions?: readonly string[];
  missingIn?: readonly string[];
  actionsOf?: { [N in OperationOf<M>]?: string | readonly string[] };
  sends?: Sends;
  sessionCalls?: readonly OperationOf<M>[];
  /** The SDK's module, or the part of it that is called. */
  load: () => Promise<M> | Promise<Bundled>;
}

/** What `npm run gen` writes as a service's `sdk.ts`: of the SDK's module only what is called. */
interface Bundled {
  readonly Client: unknown;
}

/**
 * Declares a service once, in `src/services/<id>/service.ts`.
 * @typeParam M the SDK's whole module: it says which operations can be declared, and what they take and give
 */
export function service<M>(spec: ServiceSpec<M>): Service<M> {
  const { partitions, homeRegions = {} } = partitionServices[spec.id] ?? {};
  const actionsOf: Record<string, readonly string[]> = {};
  for (const [operation, actions] of Object.entries(spec.actionsOf ?? {})) {
    actionsOf[operation] = typeof actions === 'string' ? [actions] : (actions as readonly string[]);
  }
  return {
    id: spec.id,
    sdkId: spec.sdkId,
    iamPrefix: spec.iamPrefix ?? spec.id,
    scope: spec.scope ?? 'region',
    homeRegions,
    regions: spec.regions,
    missingIn: spec.missingIn ?? [],
    partitions,
    actionsOf,
    sends: spec.sends ?? {},
    sessionCalls: spec.sessionCalls ?? [],
    // What is called of the module is in the bundled part as well.
    load: spec.load as () => Promise<M>,
  };
}

/** The IAM actions an operation needs, e.g. `ListBuckets` of S3 gives `['s3:ListAllMyBuckets']`. */
export function actionsOf(service: Service, operation: string): readonly string[] {
  return service.actionsOf[operation] ?? [`${service.iamPrefix}:${operation}`];
}
