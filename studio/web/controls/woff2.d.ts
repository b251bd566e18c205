declare module '*.woff2' {
  /** Where the file is served. */
  const address: string;
  export default address;
}
