/** Whether Docker's own driver takes it for the name of a volume. @see https://github.com/moby/moby/blob/master/daemon/names/names.go */
export const isVolumeName = (name: string): boolean => /^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,254}$/.test(name);
