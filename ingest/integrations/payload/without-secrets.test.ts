import { expect, it } from "vitest";
import { withoutSecrets } from "./without-secrets";

it("takes out what is called a secret, at any depth, and nothing else", () => {
  const secrets = {
    Authorization: "Bearer x",
    "X-Gitlab-Token": ["x"],
    clientSecret: "x",
    db_password: "x",
    apiKey: "x",
    "Set-Cookie": "x",
  };
  const plain = { tokens: 17, token: 5, secretName: "db", keyboard: "x", secret: { ref: "vault" }, key: "x" };
  expect(withoutSecrets({ ...secrets, ...plain, list: [{ ...secrets, ...plain }] })).toEqual({
    ...plain,
    list: [plain],
  });
  for (const value of [null, 1, "token", [], [["a"]]]) expect(withoutSecrets(value)).toEqual(value);
});
