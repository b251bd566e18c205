import {addressOfPackage} from './imports';

/** What nearly every scene imports, and the face of the theme that is taken where none is asked for. */
const PACKAGES = ['react', 'react/jsx-runtime', 'remotion', '@remotion/layout-utils'];
const FACE = '700 16px Inter';

/** Gets ready what the first scene will need, while nobody waits for it. */
export const warmUp = async (): Promise<void> => {
  const packages = PACKAGES.map((name) => import(addressOfPackage(name)));
  await Promise.allSettled([...packages, document.fonts.load(FACE)]);
};
