/** esbuild makes page.css of them. */
declare module "*.css";
