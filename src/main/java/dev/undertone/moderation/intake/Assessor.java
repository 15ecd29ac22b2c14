package dev.undertone.moderation.intake;

import dev.undertone.moderation.NewSubmission;
import dev.undertone.moderation.StandingPolicies;
import dev.undertone.moderation.SubmissionDetails.Scoring;
import dev.undertone.moderation.intake.Reading.Read;
import dev.undertone.moderation.intake.Reading.Unread;
import dev.undertone.moderation.submissions.Assessed;
import dev.undertone.moderation.submissions.Assessment;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the model read and the live policy judge; where one of them fails, a person has to look. */
@Component
class Assessor {

    private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);

    private final TextReader reader;
    private final StandingPolicies policies;

    Assessor(TextReader reader, StandingPolicies policies) {
        this.reader = reader;
        this.policies = policies;
    }

    /** An assessment of each submission, in order; never fails. */
    List<Assessed> assess(List<NewSubmission> submissions) {
        return assessed(submissions, reader.read(texts(submissions)));
    }

    /**
     * An assessment of each submission, in order.
     *
     * @throws dev.undertone.classification.ClassifierUnavailable if there is no model to ask now
     */
    List<Assessed> assessOrRefuse(List<NewSubmission> submissions) {
        return assessed(submissions, reader.readOrRefuse(texts(submissions)));
    }

    private static List<String> texts(List<NewSubmission> submissions) {
        return submissions.stream().map(NewSubmission::text).toList();
    }

    private List<Assessed> assessed(List<NewSubmission> submissions, List<Reading> readings) {
        List<Assessed> assessed = new ArrayList<>(submissions.size());
        for (int i = 0; i < submissions.size(); i++) {
            assessed.add(new Assessed(submissions.get(i), assess(submissions.get(i), readings.get(i))));
        }
        return assessed;
    }

    private Assessment assess(NewSubmission submission, Reading reading) {
        if (reading instanceof Read read) {
            return judge(submission, read.scoring());
        }
        return Assessment.unscored(((Unread) reading).why());
    }

    private Assessment judge(NewSubmission submission, Scoring scoring) {
        try {
            return Assessment.judged(scoring, policies.judge(Assessed.evidence(submission, scoring)));
        } catch (RuntimeException failure) {
            LOG.error("Held for a person, as the live policy failed", failure);
            return Assessment.unjudged(scoring, "Not judged, so a person looks: the live policy failed.");
        }
    }
}
