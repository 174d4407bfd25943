import { NotReadOnly } from './errors.ts';
import type { Service } from './service.ts';

/** What every read operation of AWS's own naming starts with. */
const readPrefix = /^(Get|List|Describe|BatchGet|Lookup|Search)(?=[A-Z])/;

/**
 * Operations that only read although their names do not say so, each with the reason.
 * IAM calls their actions Read or List in the service authorization reference.
 */
const readExceptions: Readonly<Record<string, readonly string[]>> = {
  iam: ['GenerateCredentialReport', 'GenerateServiceLastAccessedDetails'],
  servicequotas: ['StartQuotaUtilizationReport'],
};

/** Operations with a reading name that hand out credentials, keys, secret values or customers' data. Never called. */
const forbidden = new Set([
  'GetSecretValue',
  'BatchGetSecretValue',
  'GetObject',
  'GetPasswordData',
  'GetSessionToken',
  'GetFederationToken',
  'GetAuthorizationToken',
  'GetCredentialsForIdentity',
  'GetRoleCredentials',
  'GetRandomPassword',
  'GetDataKey',
  'GetClusterCredentials',
  'GetItem',
  'BatchGetItem',
  'GetRecords',
  'GetLogEvents',
]);

/** Why an operation may not be declared by a resource type, or undefined when it may. */
export function refusalOf(service: Pick<Service, 'id'>, operation: string): string | undefined {
  if (forbidden.has(operation)) return 'it hands out credentials, secret values or stored data';
  if (readPrefix.test(operation) || readExceptions[service.id]?.includes(operation) === true) return undefined;
  return 'it is not a read operation';
}

/**
 * The list of operations this process may send: exactly those that resource types declare.
 * Everything else is refused before a request is built.
 */
export class ReadOnlyGuard {
  readonly #allowed = new Map<string, Set<string>>();

  /** @throws NotReadOnly when the operation does not read */
  allow(service: Pick<Service, 'id'>, operations: readonly string[]): void {
    let set = this.#allowed.get(service.id);
    if (set === undefined) this.#allowed.set(service.id, (set = new Set()));
    for (const operation of operations) {
      const refusal = refusalOf(service, operation);
      if (refusal !== undefined) throw new NotReadOnly(`${service.id}:${operation}`, refusal);
      set.add(operation);
    }
  }

  /** @throws NotReadOnly when no resource type declared the operation */
  assert(service: Pick<Service, 'id'>, operation: string): void {
    if (this.#allowed.get(service.id)?.has(operation) !== true) {
      throw new NotReadOnly(`${service.id}:${operation}`, 'no resource type declares it among its calls');
    }
  }
}
