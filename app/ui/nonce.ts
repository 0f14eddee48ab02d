import { createContext, useContext } from "react";

// Only the server knows it: browsers hide nonces from scripts, and hydration does not compare them.
const Nonce = createContext<string | undefined>(undefined);
export const NonceProvider = Nonce.Provider;
export const useNonce = () => useContext(Nonce);
