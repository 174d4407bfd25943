/** What `organizationAlong` reads, in the three ways in which an account can stand to an organisation. */
const described = (id: string | undefined) => ({
  organizations: [
    {
      id: '111122223333',
      details: { id, featureSet: 'ALL', managementAccount: '999900001111', isManagement: false },
    },
  ],
});

/** A member of this organisation. */
export const memberOf = (id = 'o-oursoursou') => described(id);
/** A member, and the answer does not say of which. */
export const memberOfUnknown = described(undefined);
/** An account that is in no organisation. */
export const standalone = { organizations: [{ id: '111122223333', details: undefined }] };
