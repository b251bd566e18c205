/** What people read for the id of a template: `bar-chart` is `Bar chart`. */
export const nameOf = (id: string): string => {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
