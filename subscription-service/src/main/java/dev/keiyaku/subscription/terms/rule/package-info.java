/** Rules (諸規程, 第2条4) that the operator or the vendor notified: taking them in, and ending them. */
@NullMarked
package dev.keiyaku.subscription.terms.rule;

import org.jspecify.annotations.NullMarked;
