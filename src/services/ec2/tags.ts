import type { Place } from '../../aws/api.ts';
import { type Tag, tagsOf } from '../tags.ts';

/** The `Name` tag, which the console shows as the resource's name; undefined when there is none or it is blank. */
export function nameOf(tags: readonly Tag[] | undefined): string | undefined {
  const name = tags?.find(({ Key }) => Key === 'Name')?.Value?.trim();
  return name === '' ? undefined : name;
}

/** What every tagged resource keeps. EC2's describe calls always give a resource's tags; none are left out of the answer. */
export const tagged = {
  name: ({ Tags }: Tagged) => nameOf(Tags),
  tags: ({ Tags }: Tagged) => tagsOf(Tags),
};
interface Tagged {
  readonly Tags?: readonly Tag[] | undefined;
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
