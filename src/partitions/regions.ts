/** The reason of an enabled region that the run leaves out. */
export const notSelected = 'not selected by --region';
