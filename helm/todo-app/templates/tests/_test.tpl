{{/* A pod of `helm test` that opens addresses, one after the other. It changes nothing. */}}
{{- define "todo-app.test" -}}
{{- if .root.Values.tests.enabled }}
{{- $component := dict "root" .root "name" "test" "values" .root.Values.backend }}
apiVersion: v1
kind: Pod
metadata:
  {{- include "todo-app.metadata" (merge (dict "called" (printf "%s-test-%s" (include "todo-app.fullname" .root) .of)) $component) | nindent 2 }}
  annotations:
    helm.sh/hook: test
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- include "todo-app.pod.placement" $component | nindent 2 }}
  containers:
    - name: test
      {{- include "todo-app.container.image" $component | nindent 6 }}
      command:
        - python
        - -c
        - |
          {{- .root.Files.Get "files/open.py" | nindent 10 }}
      args: {{ toJson .addresses }}
{{- end }}
{{- end }}
