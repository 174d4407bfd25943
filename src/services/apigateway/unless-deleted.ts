import { codeOf } from '../../aws/errors.ts';

/** What an API has, such as stages; nothing where it was deleted since it was listed. What the others have is not in doubt. */
export async function unlessDeleted<T>(read: () => Promise<readonly T[] | undefined>): Promise<readonly T[]> {
  try {
    return (await read()) ?? [];
  } catch (error) {
    if (codeOf(error) === 'NotFoundException') return [];
    throw error;
  }
}
