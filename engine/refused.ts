/** What was asked for over a connection that is no HTTP any more was refused, in these words. */
export class Refused extends Error {
  override readonly name = "Refused";
}
