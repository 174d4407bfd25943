interface Owned {
  /** Account that owns the resource, as EC2 answers it. */
  readonly ownerId: string | undefined;
  /** The account that is scanned. */
  readonly account: string;
}

/** Whether another account owns a resource and only shares it, by RAM: its settings are the owner's to judge. */
export const isShared = ({ ownerId, account }: Owned): boolean => ownerId !== undefined && ownerId !== account;

/** Why a shared resource is not judged. */
export const sharedReason = ({ ownerId, id }: Owned & { readonly id: string }): string =>
  `${id} belongs to account ${ownerId}, which shares it`;

/** Guard of checks: another account's resource is not judged. */
export const notShared = {
  such: { ownerId: '222222222222' },
  when: (one: Owned & { readonly id: string }) => (isShared(one) ? sharedReason(one) : undefined),
};
