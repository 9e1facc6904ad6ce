/** What lies beside a floor. */
export const FILES = {
  der: "certificate.der",
  certificate: "certificate.pem",
  key: "key.pem",
  answer: "answer",
} as const;
