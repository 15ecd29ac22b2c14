package dev.undertone.account.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A key that was made.
 *
 * @param details what stays visible
 * @param key the key itself, shown this once
 */
record NewKeyAnswer(@JsonUnwrapped KeyAnswer details, String key) {
    @Override
    public String toString() {
        return "NewKeyAnswer[" + details + "]";
    }
}
