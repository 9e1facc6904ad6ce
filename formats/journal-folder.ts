/** In Terraform's working folder, where the provider notes what it is about to make; no part of what a build is sent. */
export const JOURNAL_FOLDER = ".docker-stages-journal";
