declare module '*.css';

/** The faces that the build ships for scenes; it makes this module. */
declare module 'typefaces' {
  export const shipped: {
    family: string;
    weight: string;
    style: string;
    range: string;
    address: string;
  }[];
}
