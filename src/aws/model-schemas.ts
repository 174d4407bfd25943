/** A shape of botocore's model of a service (`service-2.json`), as far as it is read. */
interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Member>>;
  readonly required?: readonly string[];
  readonly member?: Member;
  readonly key?: Member;
  readonly value?: Member;
  readonly enum?: readonly string[];
  readonly document?: boolean;
  readonly sensitive?: boolean;
  readonly timestampFormat?: string;
  readonly exception?: boolean;
  /** One of its members is there; it is read as a structure. */
  readonly union?: boolean;
  readonly error?: { readonly httpStatusCode?: number; readonly senderFault?: boolean };
}

interface Member {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
  readonly timestampFormat?: string;
}

interface Operation {
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
  readonly errors?: readonly { readonly shape: string }[];
  /** What the endpoint rules are told of the operation. */
  readonly staticContextParams?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** What the hosts of a service have that is not usual. */
export interface Hosts {
  /** They end as those that answer over IPv6 as well do, whatever is asked for. */
  readonly dualStackOnly?: true;
  /** There are none of their own that meet FIPS 140. */
  readonly noFips?: true;
  /** One answers for all regions: the service's scope is `global`. */
  readonly global?: true;
}

/**
 * The part of botocore's model of a service that the project keeps, in `src/services/<service>/model.json`: the operations it
 * sends, and the shapes they reach. `npm run new-client` writes it.
 */
export interface ServiceModel {
  readonly from: string;
  readonly license: string;
  readonly metadata: {
    readonly apiVersion: string;
    readonly endpointPrefix: string;
    readonly protocol: string;
    readonly serviceId: string;
    readonly signingName?: string;
    /** Of the JSON protocols: what `X-Amz-Target` begins with. */
    readonly targetPrefix?: string;
    /** Partitions whose usual host meets FIPS 140, and which have no other. */
    readonly plainFipsIn?: readonly string[];
    readonly hosts?: Hosts;
  };
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** By operation: the members of request and answer that hold a page's token. */
  readonly paginators: Readonly<
    Record<string, { readonly sent: string; readonly given: string; readonly size?: string }>
  >;
}

/** A schema as the SDK's clients hold it; a reference to another one is a function, since shapes may hold themselves. */
type Schema = number | readonly unknown[] | (() => Schema);

export interface ModelSchemas {
  readonly namespace: string;
  readonly operations: ReadonlyMap<
    string,
    readonly [9, string, string, { readonly http: readonly [string, string, number] }, Schema, Schema]
  >;
  readonly errors: ReadonlyMap<string, readonly unknown[]>;
}

const simple: Readonly<Record<string, number>> = {
  string: 0,
  character: 0,
  integer: 1,
  long: 1,
  float: 1,
  double: 1,
  boolean: 2,
  blob: 21,
};
/** By the format that a member states; the protocol's own otherwise. */
const times: Readonly<Record<string, number>> = { iso8601: 5, rfc822: 6, unixTimestamp: 7 };
const ofProtocol = 4;
const document = 15;

/** The SDK's schemas of a model: https://smithy.io/2.0/spec/model.html, in the form that `@smithy/core/schema` reads. */
export function schemasOf({ metadata, operations, shapes }: ServiceModel): ModelSchemas {
  const namespace = `com.amazonaws.${metadata.endpointPrefix}`;
  const made = new Map<string, Schema>();
  const shapeOf = (name: string): Shape => {
    const shape = shapes[name];
    if (shape === undefined) throw new TypeError(`the model of ${metadata.serviceId} has no shape ${name}`);
    return shape;
  };
  const ofShape = (name: string, format?: string): Schema => {
    const shape = shapeOf(name);
    if (shape.document === true) return document;
    if (shape.type === 'timestamp') return times[format ?? shape.timestampFormat ?? ''] ?? ofProtocol;
    const plain = simple[shape.type];
    if (plain !== undefined) return plain;
    return () => compound(name, shape);
  };
  const compound = (name: string, shape: Shape): Schema => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const schema = make(name, shape);
    made.set(name, schema);
    return schema;
  };
  const make = (name: string, shape: Shape): Schema => {
    if (shape.type === 'list' && shape.member !== undefined)
      return [1, namespace, name, 0, ofShape(shape.member.shape)];
    if (shape.type === 'map' && shape.value !== undefined)
      return [2, namespace, name, 0, 0, ofShape(shape.value.shape)];
    if (shape.type !== 'structure') throw new TypeError(`${name} is a ${shape.type}, which no schema is made of`);
    return [shape.exception === true ? -3 : 3, namespace, name, errorTraits(shape), ...membersOf(shape)];
  };
  const membersOf = ({ members = {}, required = [] }: Shape): [string[], unknown[], number] => {
    const isRequired = (name: string): boolean => required.includes(name);
    const names = Object.keys(members).sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)));
    const schemas = names.map((name) => {
      const member = members[name] as Member;
      const traits = memberTraits(name, member);
      const schema = ofShape(member.shape, member.timestampFormat);
      return traits === undefined ? schema : [schema, traits];
    });
    return [names, schemas, names.filter(isRequired).length];
  };
  const errors = new Map<string, readonly unknown[]>();
  for (const [name, shape] of Object.entries(shapes))
    if (shape.exception === true) errors.set(name, compound(name, shape) as readonly unknown[]);
  return {
    namespace,
    errors,
    operations: new Map(
      Object.entries(operations).map(([name, { http, input, output }]) => {
        const traits = { http: [http.method, http.requestUri, http.responseCode ?? 200] as const };
        const ref = (of: { readonly shape: string } | undefined): Schema =>
          of === undefined ? ('unit' as never) : ofShape(of.shape);
        return [name, [9, namespace, name, traits, ref(input), ref(output)] as const];
      }),
    ),
  };
}

const errorTraits = ({ error, exception }: Shape): object | 0 =>
  exception === true
    ? {
        error: error?.senderFault === true ? 'client' : 'server',
        ...(error?.httpStatusCode === undefined ? {} : { httpError: error.httpStatusCode }),
      }
    : 0;

/** Where REST JSON puts a member: https://smithy.io/2.0/spec/http-bindings.html */
function memberTraits(name: string, { location, locationName = name }: Member): object | undefined {
  switch (location) {
    case undefined:
      return locationName === name ? undefined : { jsonName: locationName };
    case 'uri':
      return { httpLabel: 1 };
    case 'querystring':
      return { httpQuery: locationName };
    case 'header':
      return { httpHeader: locationName };
    case 'statusCode':
      return { httpResponseCode: 1 };
    default:
      throw new TypeError(`no schema is made of a member in ${location}`);
  }
}
