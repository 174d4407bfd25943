import { membersOf, type Operation, type Service } from './models.ts';

/** What a REST request's line says: the operation and the values in its path, by member name. */
export interface RouteMatch {
  readonly operation: Operation;
  readonly labels: Readonly<Record<string, string>>;
  /** Where several services could be meant, the one with the most exact route is. */
  readonly weight: number;
}

interface Route {
  readonly operation: Operation;
  readonly method: string;
  readonly pattern: RegExp;
  readonly labels: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  /** S3 only: the operation is on a bucket, which the path template leaves out. */
  readonly onBucket: boolean;
  /** Literal characters and fixed query parameters count: the most exact route wins. */
  readonly weight: number;
}

const tables = new WeakMap<Service, readonly Route[]>();

/**
 * Finds the operation of a REST request by the `http` traits of the service's model.
 * `bucket` is the bucket of a virtual-host request to S3; in a path-style request it is the path's first segment.
 */
export function matchRoute(
  service: Service,
  method: string,
  path: string,
  query: URLSearchParams,
  bucket?: string,
): RouteMatch | undefined {
  const isS3 = service.id === 's3';
  let rest = path;
  let bucketName = bucket;
  if (isS3 && bucketName === undefined) {
    const [, first, tail] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
    bucketName = first === '' ? undefined : decode(first ?? '');
    rest = tail === undefined || tail === '' ? '/' : tail;
  }
  for (const route of table(service)) {
    if (route.method !== method || !hasQuery(route.query, query)) continue;
    if (isS3 && (route.onBucket ? bucketName === undefined : bucket !== undefined)) continue;
    const found = route.pattern.exec(route.onBucket ? rest : path);
    if (found === null) continue;
    const labels: Record<string, string> = {};
    route.labels.forEach((label, index) => (labels[label] = decode(found[index + 1] ?? '')));
    if (route.onBucket && bucketName !== undefined) labels['Bucket'] = bucketName;
    return { operation: route.operation, labels, weight: route.weight };
  }
  return undefined;
}

/** `x-id` only tells operations apart that share a path; requests of other clients may lack it. */
function hasQuery(required: ReadonlyMap<string, string>, actual: URLSearchParams): boolean {
  for (const [name, value] of required) {
    const sent = actual.get(name);
    if (name === 'x-id' ? sent !== null && sent !== value : sent === null || (value !== '' && sent !== value)) {
      return false;
    }
  }
  return true;
}

function table(service: Service): readonly Route[] {
  let routes = tables.get(service);
  if (routes === undefined) {
    routes = [...service.model().operations.values()]
      .flatMap((operation) => (operation.http === undefined ? [] : [route(operation, operation.http)]))
      .sort((a, b) => b.weight - a.weight);
    tables.set(service, routes);
  }
  return routes;
}

function route(operation: Operation, [method, template]: readonly [string, string, number]): Route {
  const [path = '/', queryText = ''] = template.split('?');
  const query = new Map(new URLSearchParams(queryText));
  const labels: string[] = [];
  const source = path.replaceAll(/\{(\w+)(\+?)\}|[^{]+/g, (part: string, label?: string, greedy?: string) => {
    if (label === undefined) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    labels.push(label);
    return greedy === '+' ? '(.+)' : '([^/]+)';
  });
  const literal = path.replaceAll(/\{[^}]*\}/g, '').length;
  return {
    operation,
    method,
    pattern: new RegExp(`^${source.replace(/\/$/, '')}/?$`),
    labels,
    query,
    onBucket: !path.includes('{Bucket}') && isLabel(operation, 'Bucket'),
    weight: [...query.keys()].filter((name) => name !== 'x-id').length * 1000 + literal,
  };
}

function isLabel(operation: Operation, member: string): boolean {
  return membersOf(operation.input).get(member)?.getMergedTraits().httpLabel !== undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
