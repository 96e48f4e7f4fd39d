/** Where the page of the tab in Teams stands. The package for Teams names it. */
export const tabPath = '/tab/checklist';
