import { createContext, useContext } from "react";

// Only the server knows it: browsers hide nonces from scripts, and hydration doesn't compare them.
const Nonce = createContext<string | undefined>(undefined);
export const NonceProvider = Nonce.Provider;
export const useNonce = () => useContext(Nonce);
