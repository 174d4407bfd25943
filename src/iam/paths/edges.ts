import data from '../data/escalation-edges.json' with { type: 'json' };
import resources from '../data/edge-resources.json' with { type: 'json' };

/** One action that an edge needs. `on` says in words which resource; the kinds of ARN are in {@link shapesOf}. */
export interface Requirement {
  readonly action: string;
  readonly on: string;
  readonly context?: Readonly<Record<string, string>>;
}

export type Effect =
  | 'act-as'
  | 'act-as-limited'
  | 'rewrite-policy'
  | 'gain-rights-of'
  | 'remove-guardrail'
  | 'open-resource';

/** A way from some rights to more rights, as the data file describes it. */
export interface Edge {
  readonly id: string;
  readonly title: string;
  readonly kind: 'policy-control' | 'guardrail-removal' | 'principal-access' | 'new-passrole' | 'existing-role';
  /** All of these. */
  readonly requires: readonly Requirement[];
  /** And one of these lists. */
  readonly any_of?: readonly (readonly Requirement[])[];
  readonly role_trust_service?: readonly string[];
  readonly passed_to_service?: string;
  /** Something besides rights that has to be there, in words. */
  readonly needs_existing?: string;
  readonly network_or_extra_condition?: string;
  readonly result: string;
  readonly effect: Effect;
  readonly confidence: 'high' | 'medium' | 'retired';
  readonly note?: string;
}

/** The data file says what TypeScript cannot infer from JSON; a test holds it to {@link Edge}. */
export const edges = data.edges as unknown as readonly Edge[];

const byId = new Map(edges.map((edge) => [edge.id, edge]));

/** @throws TypeError for an id that the data file does not have */
export function edgeById(id: string): Edge {
  const edge = byId.get(id);
  if (edge === undefined) throw new TypeError(`there is no edge ${id}`);
  return edge;
}

/** Actions that stand in for something that has to exist: who may create it needs none. */
export const stepping: Readonly<Record<string, readonly string[]>> = {
  'ec2-run-instances': ['iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile'],
  'ecs-register-run': ['ecs:CreateCluster'],
  'batch-register-submit': ['batch:CreateComputeEnvironment', 'batch:CreateJobQueue'],
  'sagemaker-studio': ['sagemaker:CreateDomain'],
};

/** What a call makes use of besides what an edge requires, where that may be there already or may be done without. */
interface Dependent {
  /** Actions that AWS checks on whoever calls. */
  readonly actions?: readonly string[];
  /** The service whose service-linked role the call makes where the account has none. */
  readonly linked?: string;
}

/**
 * Dependent actions as AWS's service authorization reference lists them; the others of it depend on parameters that
 * nobody has to give.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html
 */
export const dependents: Readonly<Record<string, Dependent>> = {
  'autoscaling-new-launch-configuration': { linked: 'autoscaling.amazonaws.com' },
  'autoscaling-launch-template': { linked: 'autoscaling.amazonaws.com' },
  'imagebuilder-create-image': {
    actions: [
      'imagebuilder:GetComponent',
      'imagebuilder:GetImage',
      'imagebuilder:GetImageRecipe',
      'imagebuilder:GetInfrastructureConfiguration',
    ],
    linked: 'imagebuilder.amazonaws.com',
  },
};

/** Every action that an edge asks for, sorted. */
export function actionsOfEdges(): string[] {
  const found = new Set<string>(Object.values(stepping).flat());
  for (const edge of edges) {
    for (const one of [...edge.requires, ...(edge.any_of ?? []).flat()]) found.add(one.action);
  }
  found.add('iam:CreateServiceLinkedRole');
  for (const { actions = [] } of Object.values(dependents)) for (const name of actions) found.add(name);
  found.add('sagemaker:CreateNotebookInstanceLifecycleConfig');
  return [...found].sort();
}

const shapes = resources as Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * The kinds of resources a call of the action is decided on: it has to be allowed on one of each group. Empty: the action
 * knows no resources, so only `*` grants it. `arn:P:lambda:R:A:function:*`: P, R and A are partition, region and account.
 */
export const shapesOf = (action: string): readonly (readonly string[])[] => shapes[action] ?? [];
