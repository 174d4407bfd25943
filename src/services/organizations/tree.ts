import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('@aws-sdk/client-organizations');

/** A root with the types of policies that are turned on for it. */
export interface RootDetails {
  readonly id: string;
  readonly arn: string | undefined;
  readonly name: string | undefined;
  /** Status by policy type: `ENABLED`, `PENDING_ENABLE`, `PENDING_DISABLE`; a type that is off is not there. */
  readonly types: Readonly<Record<string, string>>;
}

/**
 * The roots of the organisation, asked once per run.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListRoots.html
 */
export const rootsOf = (api: Api<Sdk, 'ListRoots'>): Promise<readonly RootDetails[]> =>
  api.once('roots', async () => {
    const roots: RootDetails[] = [];
    for await (const { Roots } of api.pages('ListRoots')) {
      for (const { Id, Arn, Name, PolicyTypes } of Roots ?? []) {
        if (Id === undefined) continue;
        const types = Object.fromEntries(
          (PolicyTypes ?? []).flatMap(({ Type, Status }) =>
            Type === undefined || Status === undefined ? [] : [[Type, Status]],
          ),
        );
        roots.push({ id: Id, arn: Arn, name: Name, types });
      }
    }
    return roots;
  });

/** An organisational unit and what it is in. */
export interface UnitDetails {
  readonly id: string;
  readonly arn: string | undefined;
  readonly name: string | undefined;
  /** Id of a root or another unit. */
  readonly parent: string;
}

/**
 * All units below the roots, asked once per run: one call for each unit and root, since a call lists what is directly in one.
 * @throws Error where a unit is listed in two places, of which one cannot be
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListOrganizationalUnitsForParent.html
 */
export const unitsOf = (
  api: Api<Sdk, 'ListRoots' | 'ListOrganizationalUnitsForParent'>,
): Promise<readonly UnitDetails[]> =>
  api.once('units', async () => {
    const seen = new Set<string>();
    const below = async (parent: string): Promise<UnitDetails[]> => {
      const own: UnitDetails[] = [];
      for await (const page of api.pages('ListOrganizationalUnitsForParent', { ParentId: parent })) {
        for (const { Id, Arn, Name } of page.OrganizationalUnits ?? []) {
          if (Id === undefined) continue;
          if (seen.has(Id)) throw new Error(`the organizational unit ${Id} is listed in two places`);
          seen.add(Id);
          own.push({ id: Id, arn: Arn, name: Name, parent });
        }
      }
      const deeper = await Promise.all(own.map(({ id }) => below(id)));
      return [...own, ...deeper.flat()];
    };
    return (await Promise.all((await rootsOf(api)).map(({ id }) => below(id)))).flat();
  });
