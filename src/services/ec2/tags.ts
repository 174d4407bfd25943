import type { Place } from '../../aws/api.ts';

/** A tag as EC2 answers it. */
export interface Ec2Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Tags by key. EC2's describe calls always give a resource's tags; none are left out of the answer. */
export function tagsOf(tags: readonly Ec2Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
}

/** The `Name` tag, which the console shows as the resource's name; undefined when there is none or it is blank. */
export function nameOf(tags: readonly Ec2Tag[] | undefined): string | undefined {
  const name = tags?.find(({ Key }) => Key === 'Name')?.Value?.trim();
  return name === '' ? undefined : name;
}

/** What every tagged resource keeps. */
export const tagged = {
  name: ({ Tags }: Tagged) => nameOf(Tags),
  tags: ({ Tags }: Tagged) => tagsOf(Tags),
};
interface Tagged {
  readonly Tags?: readonly Ec2Tag[] | undefined;
}

/** A resource in a message: `web (i-0123)`, or the id alone where it has no name. Names are not unique, ids are. */
export function labelOf({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === id ? id : `${name} (${id})`;
}

/** The ARN of what names its owner: another account where it is shared. */
export const ofOwner =
  (kind: string) =>
  ({ id, ownerId }: { readonly id: string; readonly ownerId?: string | undefined }, place: Place): string =>
    `arn:${place.partition}:ec2:${place.region}:${ownerId ?? place.account}:${kind}/${id}`;
